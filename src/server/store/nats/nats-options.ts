/** The options of a node among many: part of the server's table. */
import Type from 'typebox'
import { defineOption } from '../../configuration/option.ts'

export const natsOptions = {
  nats: defineOption({
    schema: Type.Array(Type.String({ pattern: '^(nats|tls)://[^/\\s]+/?$' }), { minItems: 1 }),
    default: null,
    defaultText: 'none: this server is alone',
    valueName: 'URL',
    needs: 'an address such as nats://user:password@host:4222, or tls://…',
    help: 'Share what is published with other nodes, over NATS JetStream (2.9 or later)',
    group: 'nodes',
    isSecret: true,
  }),
  'nats-name': defineOption({
    schema: Type.String({ pattern: '^[a-zA-Z0-9_-]{1,32}$' }),
    default: 'tocsin',
    valueName: 'NAME',
    needs: '1 to 32 letters, digits, "-" or "_"',
    help: 'Nodes of one name share what is published: its streams are NAME-log and NAME-checkpoints',
    group: 'nodes',
  }),
  'nats-replicas': defineOption({
    schema: Type.Integer({ minimum: 1, maximum: 5 }),
    default: 1,
    valueName: 'N',
    needs: 'a number from 1 to 5',
    help: 'On how many NATS servers it is stored: 3 outlive the loss of one',
    group: 'nodes',
  }),
  'nats-max-bytes': defineOption({
    schema: Type.Integer({ minimum: 1_048_576 }),
    default: null,
    defaultText: 'what NATS allows',
    valueName: 'N',
    needs: 'a number of bytes from 1048576 on',
    help: 'How large the shared log may grow; past it, publishing is answered with 503',
    group: 'nodes',
  }),
  'nats-creds': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    valueName: 'FILE',
    needs: 'a file',
    help: 'Credentials for NATS, as nsc makes them',
    group: 'nodes',
  }),
  'nats-ca': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    defaultText: "the system's",
    valueName: 'FILE',
    needs: 'a file',
    help: 'The certificate authority of NATS, as PEM',
    group: 'nodes',
  }),
  'nats-cert': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    valueName: 'FILE',
    needs: 'a file',
    help: 'The certificate that this node shows to NATS, as PEM',
    group: 'nodes',
  }),
  'nats-key': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    valueName: 'FILE',
    needs: 'a file',
    help: 'The key of --nats-cert, as PEM',
    group: 'nodes',
  }),
} as const
