import { fastify } from 'fastify';

const app = fastify();
app.post('/users', (_request, reply) => {
  reply.code(202).send();
});
// An orderly end, since Node writes its compile cache only then.
process.once('SIGTERM', () => process.exit());
const url = await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${JSON.stringify({ url })}\n`);
