/**
 * A BCD store as bcdboot would make it for UEFI and GPT, built from nothing: boot manager, one Windows loader, its resume object,
 * the memory tester and the settings they inherit. Nothing in it refers to a recovery environment: Windows registers its own on C:
 * at first boot. Objects, elements and types: BCD WMI provider documentation, and stores written by Windows 10.
 */

import type { KeyTree } from '../registry/hive-tree.ts';
import { dwordValue, stringValue } from '../registry/hive-tree.ts';
import { encodeBcdDevice } from './bcd-device.ts';
import {
  type BcdElement,
  booleanElement,
  deviceElement,
  ELEMENT,
  integerElement,
  objectElement,
  objectListElement,
  textElement,
} from './bcd-element.ts';

/** Well-known objects; GUIDs with braces, as the keys are named. */
export const BCD_OBJECT = {
  bootmgr: '{9dea862c-5cdd-4e70-acc1-f32b344d4795}',
  memdiag: '{b2721d73-1db4-4c62-bf78-c548a880142d}',
  globalSettings: '{7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e}',
  debuggerSettings: '{4636856e-540f-4170-a130-a84776f4c654}',
  emsSettings: '{0ce4991b-e6b3-4b16-b23c-5e0d9250e5d9}',
  badMemory: '{5189b25c-5558-4bf2-bca4-289b11bd29e2}',
  bootLoaderSettings: '{6efb52bf-1766-41db-a6b3-0ee5eff72bd7}',
  hypervisorSettings: '{7ff607e0-4395-11db-b0de-0800200c9a66}',
  resumeLoaderSettings: '{1afa9c49-16ab-4a5c-901b-212802da9460}',
} as const;

/** What an object is: application (1) or inherited settings (2), and of which kind. */
export const BCD_TYPE = {
  bootmgr: 0x10100002,
  osLoader: 0x10200003,
  resume: 0x10200004,
  memoryTester: 0x10200005,
  settings: 0x20100000,
  loaderSettings: 0x20200003,
  resumeSettings: 0x20200004,
} as const;

/** Settings that may live in memory only; the same number in every store seen. */
const ALLOWED_IN_MEMORY = 0x15000075n;
const MENU_TIMEOUT_SECONDS = 30n;
const BOOT_MENU_POLICY_STANDARD = 1n;
const NX_OPT_OUT_SERVER_DEFAULT = 0n;

export interface BcdTarget {
  readonly diskGuid: string;
  readonly espGuid: string;
  readonly windowsGuid: string;
  /** GUIDs of the two objects that have no well-known one; without braces. */
  readonly loaderGuid: string;
  readonly resumeGuid: string;
  /** Shown in the boot menu. */
  readonly description: string;
  /** e.g. `en-US`. */
  readonly locale: string;
}

/** The store for \EFI\Microsoft\Boot\BCD. */
export function buildBcdStore(target: BcdTarget): KeyTree {
  const esp = encodeBcdDevice({ diskGuid: target.diskGuid, partitionGuid: target.espGuid });
  const windows = encodeBcdDevice({ diskGuid: target.diskGuid, partitionGuid: target.windowsGuid });
  const loader = `{${target.loaderGuid}}`;
  const resume = `{${target.resumeGuid}}`;
  return store([
    object(BCD_OBJECT.bootmgr, BCD_TYPE.bootmgr, [
      ...bootManagerBasics(esp, target.locale),
      objectElement(ELEMENT.bootmgrDefault, loader),
      objectElement(ELEMENT.bootmgrResume, resume),
      objectListElement(ELEMENT.displayOrder, [loader]),
      objectListElement(ELEMENT.toolsDisplayOrder, [BCD_OBJECT.memdiag]),
      integerElement(ELEMENT.timeout, MENU_TIMEOUT_SECONDS),
    ]),
    object(loader, BCD_TYPE.osLoader, [
      deviceElement(ELEMENT.applicationDevice, windows),
      textElement(ELEMENT.applicationPath, '\\Windows\\system32\\winload.efi'),
      textElement(ELEMENT.description, target.description),
      textElement(ELEMENT.preferredLocale, target.locale),
      objectListElement(ELEMENT.inherit, [BCD_OBJECT.bootLoaderSettings]),
      booleanElement(ELEMENT.isolatedContext, true),
      integerElement(ELEMENT.allowedInMemorySettings, ALLOWED_IN_MEMORY),
      deviceElement(ELEMENT.osDevice, windows),
      textElement(ELEMENT.systemRoot, '\\Windows'),
      objectElement(ELEMENT.resumeObject, resume),
      integerElement(ELEMENT.nxPolicy, NX_OPT_OUT_SERVER_DEFAULT),
      integerElement(ELEMENT.bootMenuPolicy, BOOT_MENU_POLICY_STANDARD),
    ]),
    object(resume, BCD_TYPE.resume, [
      deviceElement(ELEMENT.applicationDevice, windows),
      textElement(ELEMENT.applicationPath, '\\Windows\\system32\\winresume.efi'),
      textElement(ELEMENT.description, 'Windows Resume Application'),
      textElement(ELEMENT.preferredLocale, target.locale),
      objectListElement(ELEMENT.inherit, [BCD_OBJECT.resumeLoaderSettings]),
      booleanElement(ELEMENT.isolatedContext, true),
      integerElement(ELEMENT.allowedInMemorySettings, ALLOWED_IN_MEMORY),
      deviceElement(ELEMENT.osDevice, windows),
      textElement(ELEMENT.systemRoot, '\\hiberfil.sys'),
      integerElement(ELEMENT.resumeBootMenuPolicy, BOOT_MENU_POLICY_STANDARD),
    ]),
    object(BCD_OBJECT.memdiag, BCD_TYPE.memoryTester, [
      deviceElement(ELEMENT.applicationDevice, esp),
      textElement(ELEMENT.applicationPath, '\\EFI\\Microsoft\\Boot\\memtest.efi'),
      textElement(ELEMENT.description, 'Windows Memory Diagnostic'),
      textElement(ELEMENT.preferredLocale, target.locale),
      objectListElement(ELEMENT.inherit, [BCD_OBJECT.globalSettings]),
      booleanElement(ELEMENT.badMemoryAccess, true),
    ]),
    ...inheritedSettings(),
  ]);
}

/** The small store for \EFI\Microsoft\Recovery\BCD: boot manager and settings, no loader. */
export function buildRecoveryBcdStore(target: BcdTarget): KeyTree {
  const esp = encodeBcdDevice({ diskGuid: target.diskGuid, partitionGuid: target.espGuid });
  return store([
    object(BCD_OBJECT.bootmgr, BCD_TYPE.bootmgr, [
      ...bootManagerBasics(esp, target.locale),
      integerElement(ELEMENT.timeout, MENU_TIMEOUT_SECONDS),
    ]),
    ...inheritedSettings(),
  ]);
}

function bootManagerBasics(esp: Buffer, locale: string): readonly BcdElement[] {
  return [
    deviceElement(ELEMENT.applicationDevice, esp),
    textElement(ELEMENT.applicationPath, '\\EFI\\Microsoft\\Boot\\bootmgfw.efi'),
    textElement(ELEMENT.description, 'Windows Boot Manager'),
    textElement(ELEMENT.preferredLocale, locale),
    objectListElement(ELEMENT.inherit, [BCD_OBJECT.globalSettings]),
  ];
}

function inheritedSettings(): readonly KeyTree[] {
  return [
    object(BCD_OBJECT.globalSettings, BCD_TYPE.settings, [
      objectListElement(ELEMENT.inherit, [BCD_OBJECT.debuggerSettings, BCD_OBJECT.emsSettings, BCD_OBJECT.badMemory]),
    ]),
    object(BCD_OBJECT.debuggerSettings, BCD_TYPE.settings, [integerElement(ELEMENT.debuggerType, 4n)]),
    object(BCD_OBJECT.emsSettings, BCD_TYPE.settings, [booleanElement(ELEMENT.emsEnabled, false)]),
    object(BCD_OBJECT.badMemory, BCD_TYPE.settings, []),
    object(BCD_OBJECT.bootLoaderSettings, BCD_TYPE.loaderSettings, [
      objectListElement(ELEMENT.inherit, [BCD_OBJECT.globalSettings, BCD_OBJECT.hypervisorSettings]),
    ]),
    object(BCD_OBJECT.hypervisorSettings, BCD_TYPE.loaderSettings, [
      integerElement(ELEMENT.hypervisorDebuggerType, 0n),
      integerElement(ELEMENT.hypervisorDebuggerPort, 1n),
      integerElement(ELEMENT.hypervisorDebuggerBaud, 115200n),
    ]),
    object(BCD_OBJECT.resumeLoaderSettings, BCD_TYPE.resumeSettings, [
      objectListElement(ELEMENT.inherit, [BCD_OBJECT.globalSettings]),
    ]),
  ];
}

function store(objects: readonly KeyTree[]): KeyTree {
  return {
    name: 'NewStoreRoot',
    values: [],
    keys: [
      { name: 'Description', values: [stringValue('KeyName', 'BCD00000000'), dwordValue('System', 1)], keys: [] },
      { name: 'Objects', values: [], keys: objects },
    ],
  };
}

function object(guid: string, type: number, elements: readonly BcdElement[]): KeyTree {
  return {
    name: guid,
    values: [],
    keys: [
      { name: 'Description', values: [dwordValue('Type', type)], keys: [] },
      { name: 'Elements', values: [], keys: elements },
    ],
  };
}
