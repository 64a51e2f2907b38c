/**
 * A BCD store as bcdboot would make it for UEFI and GPT, built from nothing: boot manager, one Windows loader, its resume object,
 * the memory tester and the settings they inherit. Nothing in it refers to a recovery environment: Windows registers its own on C:
 * at first boot.
 */

import type { KeyTree } from '../registry/hive-tree.ts';
import { dwordValue, stringValue } from '../registry/hive-tree.ts';
import { encodeBcdDevice } from './bcd-device.ts';
import {
  type BcdElement,
  booleanElement,
  deviceElement,
  integerElement,
  objectElement,
  objectListElement,
  textElement,
} from './bcd-element.ts';
import { BCD_OBJECT, BCD_TYPE, ELEMENT } from './bcd-ids.ts';
import type { LoaderSettings } from './bcd-template.ts';

/** Settings that may live in memory only; the same number in every store seen. */
const ALLOWED_IN_MEMORY = 0x15000075n;
const MENU_TIMEOUT_SECONDS = 30n;
/** What every server has, for an image whose template does not say. */
const BOOT_MENU_POLICY_STANDARD = 1n;
const NX_OPT_OUT = 1n;

export interface BcdTarget {
  readonly diskGuid: string;
  readonly espGuid: string;
  readonly windowsGuid: string;
  /** GUIDs of the two objects that have no well-known one; without braces. */
  readonly loaderGuid: string;
  readonly resumeGuid: string;
  /** Shown in the boot menu where the image's template names nothing. */
  readonly description: string;
  /** From the image's BCD-Template; undefined when it has none. */
  readonly loader: LoaderSettings | undefined;
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
      textElement(ELEMENT.description, target.loader?.description ?? target.description),
      textElement(ELEMENT.preferredLocale, target.locale),
      objectListElement(ELEMENT.inherit, [BCD_OBJECT.bootLoaderSettings]),
      booleanElement(ELEMENT.isolatedContext, true),
      integerElement(ELEMENT.allowedInMemorySettings, ALLOWED_IN_MEMORY),
      deviceElement(ELEMENT.osDevice, windows),
      textElement(ELEMENT.systemRoot, '\\Windows'),
      objectElement(ELEMENT.resumeObject, resume),
      integerElement(ELEMENT.nxPolicy, target.loader?.nxPolicy ?? NX_OPT_OUT),
      integerElement(ELEMENT.bootMenuPolicy, target.loader?.bootMenuPolicy ?? BOOT_MENU_POLICY_STANDARD),
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
