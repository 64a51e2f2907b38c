/** Access lists of added files, as self-relative security descriptors ([MS-DTYP] 2.4.6). */

import type { Access } from '../../stage/staged-access.ts';

const REVISION = 1;
const ACL_REVISION = 2;
/** SE_SELF_RELATIVE, SE_DACL_PRESENT, SE_DACL_PROTECTED: nothing comes from the folder above. */
const CONTROL = 0x8000 | 0x0004 | 0x1000;
const ACCESS_ALLOWED = 0;
/** OBJECT_INHERIT_ACE | CONTAINER_INHERIT_ACE. */
const INHERIT = 0x03;
const FULL_CONTROL = 0x001f01ff;
/** FILE_GENERIC_READ | FILE_GENERIC_EXECUTE. */
const READ_AND_EXECUTE = 0x001200a9;

const SYSTEM = sid(18);
const ADMINISTRATORS = sid(32, 544);
const USERS = sid(32, 545);

/** Owner and group are the Administrators; a folder's list is passed on to what is made in it. */
export function securityDescriptor(access: Access, kind: 'file' | 'folder'): Buffer {
  const flags = kind === 'folder' ? INHERIT : 0;
  const dacl = accessList([
    entry(SYSTEM, FULL_CONTROL, flags),
    entry(ADMINISTRATORS, FULL_CONTROL, flags),
    ...(access === 'program' ? [entry(USERS, READ_AND_EXECUTE, flags)] : []),
  ]);
  const header = Buffer.alloc(20);
  header.writeUInt8(REVISION, 0);
  header.writeUInt16LE(CONTROL, 2);
  header.writeUInt32LE(header.length + dacl.length, 4);
  header.writeUInt32LE(header.length + dacl.length + ADMINISTRATORS.length, 8);
  header.writeUInt32LE(header.length, 16);
  return Buffer.concat([header, dacl, ADMINISTRATORS, ADMINISTRATORS]);
}

function accessList(entries: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(ACL_REVISION, 0);
  header.writeUInt16LE(
    entries.reduce((sum, one) => sum + one.length, header.length),
    2,
  );
  header.writeUInt16LE(entries.length, 4);
  return Buffer.concat([header, ...entries]);
}

function entry(who: Buffer, mask: number, flags: number): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(ACCESS_ALLOWED, 0);
  header.writeUInt8(flags, 1);
  header.writeUInt16LE(header.length + who.length, 2);
  header.writeUInt32LE(mask, 4);
  return Buffer.concat([header, who]);
}

/** A SID of the NT authority, S-1-5-…. */
function sid(...subAuthorities: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + 4 * subAuthorities.length);
  bytes.writeUInt8(REVISION, 0);
  bytes.writeUInt8(subAuthorities.length, 1);
  bytes.writeUInt8(5, 7);
  for (const [index, value] of subAuthorities.entries()) bytes.writeUInt32LE(value, 8 + 4 * index);
  return bytes;
}
