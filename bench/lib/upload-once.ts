/**
 * node upload-once.ts <ova> <server> <user> <thumbprint>, the password in BENCH_PASSWORD: sends the disk as upload-esxi
 * does and prints the seconds from the first byte to the host's answer.
 */

import { openOva } from '../../src/ova/ova-package.ts';
import { sendMember } from '../../src/upload/send-member.ts';
import { connectVsphere } from '../../src/vsphere/wire/session.ts';
import { withLease } from './lease.ts';

const [path = '', server = '', username = '', thumbprint = ''] = process.argv.slice(2);
const { signal } = new AbortController();
const log = {
  info: () => {},
  warning: () => {},
  debug: () => {},
  group: <T>(_: string, body: () => Promise<T>) => body(),
};
const password = process.env.BENCH_PASSWORD ?? '';
const session = await connectVsphere({ server, username, password, tls: { thumbprint }, signal, log });
const ova = await openOva(path);
const seconds = await withLease(session, ova, async (device, file) => {
  const member = ova.members.get(file);
  if (!member) throw new Error(`${path} has no ${file}`);
  const started = performance.now();
  const upload = { item: { deviceId: device.importKey, path: file, create: false }, device, ...member };
  await sendMember(session, ova.source, upload, { hash: undefined, signal, onBytes: () => {} });
  return (performance.now() - started) / 1000;
});
await session.close();
await ova.close();
console.log(`seconds ${seconds}`);
