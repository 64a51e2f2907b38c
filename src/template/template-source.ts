/** The shape of a template file's text, as schema/template.schema.json describes it. */

import type { Channel, PinnedFile, Template, TemplateAnswers, TemplateRegistryValue, UpdateKind } from './template.ts';

/** A template file as written, after the schema has accepted it and filled in its defaults. */
export interface TemplateSource {
  name: string;
  windows: { product: Template['windows']['product']; edition: string | number; iso: PinnedFile; language: string };
  updates: {
    include: readonly UpdateKind[];
    release: string | readonly string[];
    channel: Channel;
    exclude: readonly string[];
    'media-build'?: string;
  };
  drivers: { 'tools-iso'?: PinnedFile; include: readonly string[] };
  disk: {
    size: string;
    format: Template['disk']['format'];
    type: Template['disk']['type'];
    layout?: NonNullable<Template['disk']['layout']>;
    esp?: string;
    msr?: string;
    recovery?: NonNullable<Template['disk']['recovery']>;
  };
  customize: {
    features: readonly string[];
    'remote-desktop': boolean;
    'vmware-tools': Template['customize']['vmwareTools'];
    unattend?: {
      file?: string;
      locale?: string;
      'time-zone'?: string;
      'computer-name'?: string;
      'product-key'?: 'client-setup';
      'san-policy'?: TemplateAnswers['sanPolicy'];
      'administrator-password-env'?: string;
    };
    files?: readonly { from: string; to: string }[];
    registry?: readonly TemplateRegistryValue[];
    'first-boot-scripts'?: readonly string[];
  };
  bake?: { on: Template['bake']['on']; seal: Template['bake']['seal']; timeout: string };
  vm: {
    cpus: number;
    memory: string;
    'hardware-version': number;
    firmware: Template['vm']['firmware'];
    'secure-boot'?: boolean;
    'disk-controller': Template['vm']['diskController'];
    network: string;
  };
  publish: Template['publish'];
  'runs-on': string | readonly string[];
  verify: { level: Template['verify']['level']; timeout: string; customization: string; 'marker-scripts': boolean };
}
