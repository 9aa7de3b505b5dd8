import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { makeTempFolder } from './temp-folder'

/** Without folders of services: nothing is started by the bus itself, and never the user's own keyring. */
const busConfiguration = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>`

export type SessionBus = {
  /** What a program needs to find this bus, and not that of the user. */
  environment: NodeJS.ProcessEnv
  call: (destination: string, path: string, method: string, ...words: string[]) => string
  close: () => Promise<void>
}

/** A D-Bus session of its own, on which nobody is. */
export async function startSessionBus(): Promise<SessionBus> {
  const { path: home, remove } = makeTempFolder()
  const configuration = join(home, 'bus.conf')
  writeFileSync(configuration, busConfiguration)
  const daemon = spawn('dbus-daemon', [`--config-file=${configuration}`, '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [address] = await once(daemon.stdout.setEncoding('utf8'), 'data')
  const environment = {
    ...process.env,
    DBUS_SESSION_BUS_ADDRESS: String(address).trim(),
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: home,
  }
  return {
    environment,
    call: (destination, path, method, ...words) =>
      execFileSync(
        'dbus-send',
        ['--session', '--print-reply', `--dest=${destination}`, path, method, ...words],
        {
          env: environment,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      ),
    close: async () => {
      const ended = once(daemon, 'close')
      daemon.kill()
      await ended
      remove()
    },
  }
}

export type Keyring = {
  bus: SessionBus
  /** Locks the collection in which secrets are kept, as a screen lock or the user does. */
  lock: () => void
  /** Ends it and starts another one over what it kept, as an update of the system does. */
  startAnew: () => Promise<void>
  /** From now on it takes calls and never answers. */
  freeze: () => void
  thaw: () => void
  close: () => Promise<void>
}

const password = 'throw-away'
const secretService = 'org.freedesktop.secrets'

/** A real gnome-keyring on a bus of its own; `hasCollection` is false for one that was never set up. */
export async function startKeyring(hasCollection = true): Promise<Keyring> {
  const bus = await startSessionBus()
  let daemon = await startDaemon(bus, hasCollection)
  async function end(): Promise<void> {
    const ended = once(daemon, 'close')
    daemon.kill('SIGCONT')
    daemon.kill()
    await ended
  }
  return {
    bus,
    lock: () => {
      const collection = 'array:objpath:/org/freedesktop/secrets/collection/login'
      bus.call(secretService, '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', collection)
    },
    startAnew: async () => {
      await end()
      daemon = await startDaemon(bus, true)
    },
    freeze: () => void daemon.kill('SIGSTOP'),
    thaw: () => void daemon.kill('SIGCONT'),
    close: async () => {
      await end()
      await bus.close()
    },
  }
}

/** Starts the daemon over what is kept already, with its password or without. */
async function startDaemon(bus: SessionBus, knowsPassword: boolean): Promise<ChildProcess> {
  const words = ['--foreground', '--components=secrets', `--control-directory=${bus.environment.HOME}`]
  const daemon = spawn('gnome-keyring-daemon', knowsPassword ? [...words, '--unlock'] : words, {
    env: bus.environment,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  daemon.stdin?.end(password)
  function ownsName() {
    return bus
      .call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', `string:${secretService}`)
      .includes('boolean true')
  }
  while (!ownsName()) {
    if (daemon.exitCode !== null) throw new Error(`gnome-keyring ended with code ${daemon.exitCode}`)
    await delay(20)
  }
  return daemon
}
