/** Self-relative security descriptors as Windows' own files carry them ([MS-DTYP] 2.4). */

const SELF_RELATIVE = 0x8000;
const DACL_PRESENT = 0x0004;
const DACL_PROTECTED = 0x1000;
const ACCESS_ALLOWED = 0;
const INHERIT = 0x03;

const FULL = 0x001f01ff;
const READ_EXECUTE = 0x001200a9;
const KEY_ALL = 0x000f003f;
const KEY_READ = 0x00020019;

const SYSTEM = sid(5, 18);
const ADMINISTRATORS = sid(5, 32, 544);
const USERS = sid(5, 32, 545);
const EVERYONE = sid(1, 0);
const TRUSTED_INSTALLER = sid(5, 80, 956008885, 3418522649, 1831038044, 1853292631, 2271478464);

interface Access {
  readonly sid: Buffer;
  readonly mask: number;
  readonly flags?: number;
}

/** Files of Windows itself: only TrustedInstaller may change them. */
export const SYSTEM_FILE_SECURITY = descriptor(TRUSTED_INSTALLER, [
  { sid: TRUSTED_INSTALLER, mask: FULL },
  { sid: ADMINISTRATORS, mask: READ_EXECUTE },
  { sid: SYSTEM, mask: READ_EXECUTE },
  { sid: USERS, mask: READ_EXECUTE },
]);

/** Folders that administrators fill. */
export const FOLDER_SECURITY = descriptor(SYSTEM, [
  { sid: SYSTEM, mask: FULL, flags: INHERIT },
  { sid: ADMINISTRATORS, mask: FULL, flags: INHERIT },
  { sid: USERS, mask: READ_EXECUTE, flags: INHERIT },
]);

/** Registry hives and other things that ordinary users never see. */
export const PRIVATE_SECURITY = descriptor(ADMINISTRATORS, [
  { sid: SYSTEM, mask: FULL },
  { sid: ADMINISTRATORS, mask: FULL },
]);

/** The compatibility junctions: nobody may list them. */
export const JUNCTION_SECURITY = descriptor(SYSTEM, [{ sid: EVERYONE, mask: READ_EXECUTE & ~0x1 }]);

/** Registry keys. */
export const KEY_SECURITY = descriptor(ADMINISTRATORS, [
  { sid: SYSTEM, mask: KEY_ALL, flags: 2 },
  { sid: ADMINISTRATORS, mask: KEY_ALL, flags: 2 },
  { sid: USERS, mask: KEY_READ, flags: 2 },
]);

function descriptor(owner: Buffer, accesses: readonly Access[]): Buffer {
  const entries = accesses.map(accessAllowed);
  const acl = Buffer.alloc(8);
  acl.writeUInt8(2, 0);
  acl.writeUInt16LE(8 + entries.reduce((sum, entry) => sum + entry.length, 0), 2);
  acl.writeUInt16LE(entries.length, 4);
  const dacl = Buffer.concat([acl, ...entries]);
  const header = Buffer.alloc(20);
  header.writeUInt8(1, 0);
  header.writeUInt16LE(SELF_RELATIVE | DACL_PRESENT | DACL_PROTECTED, 2);
  header.writeUInt32LE(20 + dacl.length, 4);
  header.writeUInt32LE(20 + dacl.length + owner.length, 8);
  header.writeUInt32LE(20, 16);
  return Buffer.concat([header, dacl, owner, owner]);
}

function accessAllowed({ sid: who, mask, flags = 0 }: Access): Buffer {
  const entry = Buffer.alloc(8);
  entry.writeUInt8(ACCESS_ALLOWED, 0);
  entry.writeUInt8(flags, 1);
  entry.writeUInt16LE(8 + who.length, 2);
  entry.writeUInt32LE(mask, 4);
  return Buffer.concat([entry, who]);
}

function sid(authority: number, ...subAuthorities: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + 4 * subAuthorities.length);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt8(subAuthorities.length, 1);
  bytes.writeUInt8(authority, 7);
  subAuthorities.forEach((value, index) => {
    bytes.writeUInt32LE(value, 8 + 4 * index);
  });
  return bytes;
}
