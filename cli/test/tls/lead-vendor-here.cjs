// Stands in for a line in /etc/hosts and port 443: leads TLS to the vendor to the port in VENDOR_PORT, and to nobody else.
const tls = require('node:tls');

const { connect } = tls;
tls.connect = (options, ...rest) => {
  if (options.host !== 'push.userlist.com' || options.port !== 443)
    throw new Error(`It connects to ${options.host}:${options.port}.`);
  return connect({ ...options, host: '127.0.0.1', port: Number(process.env.VENDOR_PORT) }, ...rest);
};
