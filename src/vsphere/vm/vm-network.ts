/** Network cards of a VM that is off: cut off, put on a network, or given back what they had. */

import { UserError } from '../../errors.ts';
import { child, childrenNamed, parseXml, renderXml, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { findOne } from '../inventory/find.ts';
import { readInventory } from '../inventory/inventory.ts';
import { networksForVms } from '../inventory/networks.ts';
import type { Moref } from '../wire/moref.ts';
import { morefOf } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { node, present, reference, value } from '../wire/soap.ts';
import { runTask } from '../wire/tasks.ts';

/** Kinds of vim25 VirtualEthernetCard, the newest of them for RDMA (govmomi issue 2765). */
const CARD = /^Virtual(?:E1000e?|PCNet32|Vmxnet(?:2|3|3Vrdma)?|Sriov(?:EthernetCard)|EthernetCard)$/;

/**
 * @param network undefined: every card is disconnected, and stays so when the VM starts; otherwise all are on that network and connected
 * @returns how many cards there are
 * @throws UserError vsphere-refused when the server left a card connected that was to be cut off
 */
export async function setNetworkCards(session: VsphereSession, vm: Moref, network: Moref | undefined): Promise<number> {
  const cards = await readCards(session, vm);
  if (cards.length === 0) return 0;
  const backing = network && (await backingOf(session, network));
  const connect = network !== undefined;
  await editCards(
    session,
    vm,
    cards.map((card) => changed(card, backing, { startConnected: connect, allowGuestControl: connect })),
  );
  const connected = network ? undefined : await connectedCard(session, vm);
  if (connected === undefined) return cards.length;
  throw new UserError(
    'vsphere-refused',
    `The server left ${connected} of ${vm.value} connected, which was to be cut off`,
    'Name a network on which a copy may start (input network), or give the account VirtualMachine.Config.EditDevice.',
  );
}

/** @returns how the first card is called that is connected, or will be when the VM starts; undefined when all are cut off */
export async function connectedCard(session: VsphereSession, vm: Moref): Promise<string | undefined> {
  const card = (await readCards(session, vm)).find(isConnected);
  return card && (textAt(card, 'deviceInfo.label') ?? 'a network card');
}

/** How a card stands, and what it hangs on: what it takes to put it back. */
export interface CardState {
  /** Of the device. */
  readonly key: number;
  readonly startConnected: boolean;
  readonly allowGuestControl: boolean;
  /** Its `backing` as XML. */
  readonly backing: string;
}

export async function readCardStates(session: VsphereSession, vm: Moref): Promise<readonly CardState[]> {
  return (await readCards(session, vm)).map((card) => {
    const backing = child(card, 'backing');
    return {
      key: Number(textAt(card, 'key')),
      startConnected: textAt(card, 'connectable.startConnected') !== 'false',
      allowGuestControl: textAt(card, 'connectable.allowGuestControl') !== 'false',
      backing: backing === undefined ? '' : renderXml(backing),
    };
  });
}

/** Puts back what `readCardStates` has read; a card that is gone, or stands so already, costs nothing. */
export async function restoreCards(session: VsphereSession, vm: Moref, states: readonly CardState[]): Promise<void> {
  const now = await readCardStates(session, vm);
  const cards = await readCards(session, vm);
  const edits = states.flatMap((state) => {
    const card = cards.find((one) => Number(textAt(one, 'key')) === state.key);
    if (!card || now.some((one) => isSameState(one, state))) return [];
    return [changed(card, parseBacking(state.backing), state)];
  });
  if (edits.length > 0) await editCards(session, vm, edits);
}

/** Rendered elements name their types by a prefix that whoever renders them binds (soap.ts). */
function parseBacking(text: string): XmlElement | undefined {
  const spaces = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
  return parseXml(`<state ${spaces}>${text}</state>`, 'the connection of a network card').children[0];
}

function isSameState(a: CardState, b: CardState): boolean {
  return (
    a.key === b.key &&
    a.startConnected === b.startConnected &&
    a.allowGuestControl === b.allowGuestControl &&
    a.backing === b.backing
  );
}

async function editCards(session: VsphereSession, vm: Moref, cards: readonly XmlElement[]): Promise<void> {
  const changes = cards.map((card) =>
    node('deviceChange', [value('operation', 'edit'), card], 'VirtualDeviceConfigSpec'),
  );
  await runTask(session, 'ReconfigVM_Task', vm, [node('spec', changes)]);
}

/** @throws UserError vsphere-refused when a card hangs on anything else, whether it is connected or not */
export async function assertCardsOn(session: VsphereSession, vm: Moref, network: Moref): Promise<void> {
  const wanted = await backingOf(session, network);
  let other: XmlElement | undefined;
  for (const card of await readCards(session, vm)) {
    if (!(await isOn(session, child(card, 'backing'), wanted))) other ??= card;
  }
  if (other === undefined) return;
  throw new UserError(
    'vsphere-refused',
    `${textAt(other, 'deviceInfo.label') ?? 'A network card'} of ${vm.value} hangs on another network than the one that was named`,
    'See what changes the network cards of new VMs on this vCenter; nothing but the named network may be met by a copy.',
  );
}

/** vCenter puts the port group that a network of NSX has on a distributed switch in its place (vm-operator pull request 942). */
async function isOn(session: VsphereSession, backing: XmlElement | undefined, wanted: XmlElement): Promise<boolean> {
  if (idOf(backing) === idOf(wanted)) return true;
  const [key, network] = [textAt(backing, 'port.portgroupKey'), textAt(wanted, 'opaqueNetworkId')];
  if (key === undefined || network === undefined) return false;
  const group: Moref = { type: 'DistributedVirtualPortgroup', value: key };
  return textAt((await readProperties(session, group, ['config'])).get('config'), 'logicalSwitchUuid') === network;
}

/** What a backing names: the key of a port group, the id of a network, or that of one of NSX. */
function idOf(backing: XmlElement | undefined): string | undefined {
  return textAt(backing, 'port.portgroupKey') ?? textAt(backing, 'network') ?? textAt(backing, 'opaqueNetworkId');
}

/**
 * @param written name or path of a network or port group
 * @param datacenter inventory path of the datacenter it must be in, as LocatedVm has it; empty for any
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
export async function findNetwork(session: VsphereSession, datacenter: string, written: string): Promise<Moref> {
  const networks = networksForVms(await readInventory(session, { Network: ['tag'] }));
  const near = networks.filter(({ path }) => datacenter === '' || path.startsWith(`/${datacenter}/`));
  return findOne(near, written, { kind: 'network', input: 'network' }).moref;
}

async function readCards(session: VsphereSession, vm: Moref): Promise<XmlElement[]> {
  const properties = await readProperties(session, vm, ['config.hardware.device']);
  return (properties.get('config.hardware.device')?.children ?? []).filter(isCard);
}

/** One of a kind that is not known here is told by what only cards have: it would stay connected while all say that they are cut off. */
function isCard(device: XmlElement): boolean {
  return CARD.test(device.type?.name ?? '') || textAt(device, 'macAddress') !== undefined;
}

function isConnected(card: XmlElement): boolean {
  return textAt(card, 'connectable.startConnected') !== 'false' || textAt(card, 'connectable.connected') === 'true';
}

/** The card as it was read, in the order of its type, with what changes in its place. */
function changed(
  card: XmlElement,
  backing: XmlElement | undefined,
  { startConnected, allowGuestControl }: Pick<CardState, 'startConnected' | 'allowGuestControl'>,
): XmlElement {
  const connectable = node('connectable', [
    value('startConnected', startConnected),
    value('allowGuestControl', allowGuestControl),
    value('connected', startConnected),
  ]);
  const kept = card.children.filter(({ name }) => name !== 'connectable');
  // vim25 VirtualDevice: key, deviceInfo, backing, connectable, then the rest.
  const head = ['key', 'deviceInfo', 'backing'];
  return {
    ...card,
    name: 'device',
    children: [
      ...kept.filter(({ name }) => name === 'key' || name === 'deviceInfo'),
      ...present(backing ?? child(card, 'backing')),
      connectable,
      ...kept.filter(({ name }) => !head.includes(name)),
    ],
  };
}

async function backingOf(session: VsphereSession, network: Moref): Promise<XmlElement> {
  if (network.type === 'OpaqueNetwork') {
    // It has a backing of its own (govmomi pull request 690).
    const summary = (await readProperties(session, network, ['summary'])).get('summary');
    return node(
      'backing',
      [
        value('opaqueNetworkId', textAt(summary, 'opaqueNetworkId') ?? ''),
        value('opaqueNetworkType', textAt(summary, 'opaqueNetworkType') ?? ''),
      ],
      'VirtualEthernetCardOpaqueNetworkBackingInfo',
    );
  }
  if (network.type !== 'DistributedVirtualPortgroup') {
    const name = (await readProperties(session, network, ['name'])).get('name')?.text ?? network.value;
    return node(
      'backing',
      [value('deviceName', name), reference('network', network)],
      'VirtualEthernetCardNetworkBackingInfo',
    );
  }
  const config = (await readProperties(session, network, ['config'])).get('config');
  const vds = morefOf(childrenNamed(config, 'distributedVirtualSwitch')[0]);
  const uuid = vds && (await readProperties(session, vds, ['uuid'])).get('uuid')?.text;
  return node(
    'backing',
    [node('port', [value('switchUuid', uuid ?? ''), value('portgroupKey', textAt(config, 'key') ?? network.value)])],
    'VirtualEthernetCardDistributedVirtualPortBackingInfo',
  );
}
