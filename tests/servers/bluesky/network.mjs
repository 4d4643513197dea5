// A real Bluesky network of our own. Prints one JSON line, then runs until it is terminated.
// By default PDS and PLC; with --full the AppView too, which needs DB_POSTGRES_URL and REDIS_HOST.
import { TestNetwork, TestNetworkNoAppView } from '@atproto/dev-env'
import { AtpAgent } from '@atproto/api'

const full = process.argv.includes('--full')

// What the servers say goes to stderr: stdout holds the one line only.
for (const level of ['log', 'info', 'warn', 'debug']) console[level] = console.error

const network = full
  ? await TestNetwork.create({
      dbPostgresSchema: process.env.DB_POSTGRES_SCHEMA ?? 'aboveboard',
      pds: { enableDidDocWithSession: true },
    })
  : await TestNetworkNoAppView.create()

const account = async (name) => {
  const agent = new AtpAgent({ service: network.pds.url })
  const handle = `${name}.test`
  const email = `${name}@mail.test`
  await agent.createAccount({ handle, email, password: `${name}-main-password` })
  const made = await agent.com.atproto.server.createAppPassword({ name: 'aboveboard' })
  await agent.com.atproto.repo.putRecord({
    repo: agent.assertDid,
    collection: 'app.bsky.actor.profile',
    rkey: 'self',
    record: { $type: 'app.bsky.actor.profile', displayName: name },
  })
  return { handle, did: agent.assertDid, password: made.data.password }
}

const accounts = [await account('saltworks'), await account('harbour')]
process.stdout.write(
  JSON.stringify({
    pds: network.pds.url,
    pdsDid: network.pds.ctx.cfg.service.did,
    appview: full ? network.bsky.url : '',
    jwtSecret: 'jwt-secret',
    accounts,
  }) + '\n',
)

const end = async () => {
  setTimeout(() => process.exit(1), 5000).unref()
  await network.close()
  process.exit(0)
}
process.on('SIGTERM', end)
process.on('SIGINT', end)
