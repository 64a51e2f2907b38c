import { beforeAll, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { run, withVsphere } from '../quiesce/live-run.ts';

beforeAll(() => buildVsphereDouble());

it('lists the machines of the double in the order in which they were made', async () => {
  await withVsphere({}, async (vsphere) => {
    const names = ['f', 'b', 'e', 'a', 'd', 'c'];
    for (const name of names) {
      await run(vsphere, 'vm.create', '-on=false', '-host=DC0_C0_H0', '-net=VM Network', '-disk=1G', name);
    }
    expect((await vsphere.state()).vms.map(({ name }) => name)).toEqual(names);
  });
});
