import type { WantedProgram } from './debianProgram.ts'

/**
 * The server that tests start. What would start the package's own service, now or when the machine starts, is not
 * unpacked; the rest of the machine is left as it is.
 */
export const redisServer: WantedProgram = {
  program: 'redis-server',
  package: 'redis-server',
  elsewhere: '"brew install redis" (macOS)',
  options: [
    'DPkg::Options::=--path-exclude=/etc/init.d/redis-server',
    'DPkg::Options::=--path-exclude=*/systemd/system/redis-server*',
  ],
}
