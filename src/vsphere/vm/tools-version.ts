/** Versions of VMware Tools as vSphere counts them (open-vm-tools vm_tools_version.h). */

/** 12421 is 12.4.5: 1024 * major + 32 * minor + update. */
export function formatToolsVersion(version: number): string {
  return `${Math.floor(version / 1024)}.${Math.floor((version % 1024) / 32)}.${version % 32}`;
}
