/** Builds the sample media and the vSphere double once, so that no test waits for another's build. */

export async function prepareDoubles(): Promise<void> {
  const { buildSampleMedia } = await import('../../test/media/build.ts');
  const { buildVsphereDouble } = await import('../../test/fakes/vsphere/build.ts');
  console.log('building the sample media and the vSphere double (kept in .cache)');
  await buildSampleMedia();
  await buildVsphereDouble();
}
