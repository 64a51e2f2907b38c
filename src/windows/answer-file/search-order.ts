/**
 * Where Windows looks for an answer file at its first start before it comes to that of the plan, Windows\Panther\unattend.xml.
 * Microsoft Learn, "Windows Setup Automation Overview", "Implicit answer file search order": a path in the registry, Panther\Unattend, Panther; in each of these
 * folders the file is called Unattend.xml or Autounattend.xml.
 */

/** Paths in the image with `/`. */
export const FOLDER_BEFORE = 'Windows/Panther/Unattend';
export const FILES_BEFORE: readonly string[] = [
  `${FOLDER_BEFORE}/Unattend.xml`,
  `${FOLDER_BEFORE}/Autounattend.xml`,
  'Windows/Panther/Autounattend.xml',
];
/** In the hive SYSTEM. */
export const SETUP_KEY = 'Setup';
export const SETUP_VALUE = 'UnattendFile';
