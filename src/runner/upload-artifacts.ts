/** Artifacts of the workflow run, through GitHub's own client, which is large and loaded only here and only now. */

import { UserError } from '../errors.ts';

export interface ArtifactRequest {
  readonly name: string;
  /** Absolute paths below `root`. */
  readonly files: readonly string[];
  readonly root: string;
  /** One file as it is, under its own name, which the browser can show; `name` has to be that. */
  readonly asItIs?: boolean;
  readonly retentionDays?: number | undefined;
}

export interface UploadedArtifact {
  readonly name: string;
  readonly id: number;
  /** Bytes as stored. */
  readonly size: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What no artifact may have in its name: it has to be a name of a file on every system. */
const FORBIDDEN = /["<>:|*?\r\n\\/]/;

/**
 * Whether the place has a service for artifacts, asked before anything is done: GitHub Enterprise Server has none that this client knows.
 * @throws UserError input-invalid where there is no run that could have artifacts
 */
export function hasArtifacts(env: Environment): boolean {
  if (!isHostedGithub(env.GITHUB_SERVER_URL)) return false;
  if (env.ACTIONS_RUNTIME_TOKEN && env.ACTIONS_RESULTS_URL) return true;
  throw new UserError(
    'input-invalid',
    'Input artifact: there is no workflow run here that could have artifacts',
    'Set artifact: none; everything lies in directory. In a workflow the runner brings ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL to actions.',
  );
}

/** As the client decides it, which prints a warning of its own and throws. */
function isHostedGithub(server: string | undefined): boolean {
  const host = new URL(server || 'https://github.com').hostname.toLowerCase();
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
}

/** @throws UserError input-invalid */
export function assertArtifactName(name: string): void {
  const wrong = FORBIDDEN.exec(name)?.[0];
  if (wrong === undefined) return;
  throw new UserError(
    'input-invalid',
    `Input artifact-name: "${name}" has ${JSON.stringify(wrong)} in it, which no name of an artifact may have`,
    'Write letters, digits, dots, dashes and underscores.',
  );
}

/**
 * One after the other.
 * @throws UserError artifact-refused with what GitHub says
 */
export async function uploadArtifacts(requests: readonly ArtifactRequest[]): Promise<readonly UploadedArtifact[]> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  const uploaded: UploadedArtifact[] = [];
  for (const { name, files, root, asItIs = false, retentionDays } of requests) {
    try {
      const { id, size } = await client.uploadArtifact(name, [...files], root, {
        ...(asItIs && { skipArchive: true }),
        ...(retentionDays !== undefined && { retentionDays }),
      });
      if (id === undefined || size === undefined) throw new Error('it did not say which artifact it made');
      uploaded.push({ name, id, size });
    } catch (error) {
      throw new UserError(
        'artifact-refused',
        `The artifact ${name} was not taken: ${error instanceof Error ? error.message : String(error)}`,
        'Give the jobs of one run different names (artifact-name), and look at the storage of the organization. The files lie in directory.',
        { cause: error },
      );
    }
  }
  return uploaded;
}
