import { bundle } from './bundle.ts';
import { toChecks } from './checks.ts';
import { parseConfig, toConfigJsonSchema } from './config.ts';
import { SCHEMA_FILE, toStarterModule } from './config-starter.ts';
import { toContract, toLimits } from './contract.ts';
import { toDeskRoutes } from './control.ts';
import { toHosts } from './hosts.ts';
import { assertHonouredKeywords } from './keywords.ts';
import { toKnowledge } from './knowledge.ts';
import { parseSpec } from './spec.ts';
import { toTypes } from './types.ts';
import { toAcceptedView, toDocumentedView } from './views.ts';
import { toZod } from './zod.ts';

/** Generated text by file name. */
export type Files = Readonly<Record<string, string>>;

const head = (source: string, sources: string): string =>
  `// Generated from ${source} by \`npm run generate\`. Change ${sources}, not this one.\n\n`;

const PUSH = 'push-api.yaml';
const INCOMING = 'incoming-api.yaml';

/**
 * Everything that is made from the Push API's file; pure but for the type printer. The contract and the hosts hold what the
 * file about the incoming host adds.
 */
export async function toPushFiles(text: string, incoming: string): Promise<Files> {
  const specs = { push: parseSpec(text), incoming: parseSpec(incoming) };
  const spec = specs.push;
  assertHonouredKeywords(spec);
  const files = {
    'types.ts': await toTypes(toDocumentedView(spec)),
    'accepted.ts': await toTypes(toAcceptedView(spec)),
    'limits.ts': toLimits(spec),
    'checks.ts': toChecks(spec, './accepted.ts'),
    'zod.ts': toZod(spec, './accepted.ts'),
  };
  const common = { 'contract.ts': toContract(specs), 'hosts.ts': toHosts(specs) };
  return { ...withHead(files, PUSH), ...withHead(common, `${PUSH} and ${INCOMING}`, 'those files') };
}

/** Everything that is made from the file about the incoming host alone, which refers to the Push API's. */
export async function toIncomingFiles(text: string, push: string): Promise<Files> {
  const spec = bundle(parseSpec(text), { name: PUSH, spec: parseSpec(push) });
  assertHonouredKeywords(spec);
  return withHead({ 'types.ts': await toTypes(toDocumentedView(spec)) }, INCOMING);
}

/** Everything that is made from the desk's file. */
export async function toControlFiles(text: string): Promise<Files> {
  const spec = parseSpec(text);
  assertHonouredKeywords(spec);
  const files = {
    'types.ts': await toTypes(spec),
    'routes.ts': toDeskRoutes(spec),
    'checks.ts': toChecks(spec, './types.ts'),
  };
  return withHead(files, 'control-api.yaml');
}

/** Everything that is made from the description of the configuration file, which refers to the desk's. */
export async function toConfigFiles(text: string, desk: string): Promise<Files> {
  const schemas = parseConfig(text, parseSpec(desk));
  const files = {
    'types.ts': await toTypes({ openapi: '3.1.1', info: {}, paths: {}, components: { schemas } }),
    'starter.ts': toStarterModule(schemas),
  };
  return { ...withHead(files, 'config.yaml'), [SCHEMA_FILE]: toConfigJsonSchema(schemas, 'config.yaml') };
}

/** The generated pages of the documentation. */
export function toPages(push: string, incoming: string): Files {
  return { 'what-the-stand-in-knows.md': toKnowledge([parseSpec(push), parseSpec(incoming)]) };
}

function withHead(files: Files, source: string, sources = 'that file'): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, body]) => [name, head(source, sources) + body]),
  );
}
