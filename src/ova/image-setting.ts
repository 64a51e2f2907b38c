/** Which disk a VM was imported with, as a setting of its .vmx file (vmw:ExtraConfig). */

/** The 32 digits that the disk's VMDK has as `ddb.longContentID`. */
export const IMAGE_SETTING = 'stillframe.image';
