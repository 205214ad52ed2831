export interface ServerSettings {
  port: number;
  /** for tests on throw-away data: no fsync, so a power cut loses the cluster */
  fast: boolean;
}

/** Given on the command line, so that an upgrade of the application changes them without touching the data folder. */
export function serverArguments(clusterDir: string, { port, fast }: ServerSettings): string[] {
  const durable = fast ? 'off' : 'on';
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // A socket path is limited to 107 bytes, which a data folder's name can exceed.
    unix_socket_directories: '',
    fsync: durable,
    full_page_writes: durable,
    // On also in tests: without it a killed server forgets what it confirmed.
    synchronous_commit: 'on',
    shared_buffers: fast ? '128MB' : '256MB',
    max_connections: '100',
    jit: 'off',
    work_mem: '16MB',
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1',
  };
  return ['-D', clusterDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
