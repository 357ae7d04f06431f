/** The official client comes without types; this is as much of it as the tests use. */
declare module '@userlist/push' {
  import type { IncomingMessage } from 'node:http';
  import type { Agent } from 'node:https';

  type Resource = {
    push(attributes: unknown): Promise<IncomingMessage>;
    delete(attributes: unknown): Promise<IncomingMessage>;
  };

  // biome-ignore lint/style/noDefaultExport: that is what it exports
  export default class Userlist {
    constructor(config?: { readonly pushKey?: string | null });
    readonly client: { readonly agent: Agent };
    readonly users: Resource;
    readonly companies: Resource;
    readonly relationships: Resource;
    readonly events: Resource;
    readonly messages: Resource;
  }
}
