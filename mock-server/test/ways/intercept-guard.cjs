// Lets nothing of a process and its children out of this machine, and writes what would have gone into the file that REACHED names.
const { appendFileSync } = require('node:fs');
const dns = require('node:dns');
const net = require('node:net');

const HERE = /^(?:|localhost|127(?:\.\d+){3}|::1)$/;

function stop(what, name) {
  appendFileSync(process.env.REACHED, `${what} ${name}\n`);
  return Object.assign(new Error(`The test lets nobody ${what} ${name}.`), { code: 'ENOTFOUND' });
}

for (const names of [dns, dns.Resolver.prototype, dns.promises, dns.promises.Resolver.prototype]) {
  for (const method of Object.getOwnPropertyNames(names)) {
    if (!/^(?:lookup|resolve|reverse)/.test(method) || typeof names[method] !== 'function') continue;
    const ask = names[method];
    names[method] = function (name, ...rest) {
      if (method === 'lookup' && HERE.test(name ?? '')) return ask.call(this, name, ...rest);
      const error = stop('look up', name);
      const told = rest.at(-1);
      if (typeof told !== 'function') return Promise.reject(error);
      process.nextTick(told, error);
    };
    // By what is on it promisify knows what to do with it.
    Object.defineProperties(names[method], Object.getOwnPropertyDescriptors(ask));
  }
}

// What is preloaded after this leads connections elsewhere before they come by here.
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [order] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof order === 'object' ? (order.host ?? '') : typeof args[1] === 'string' ? args[1] : '';
  if (!HERE.test(host)) return this.destroy(stop('connect to', `${host}:${order.port ?? order}`));
  return connect.apply(this, args);
};
