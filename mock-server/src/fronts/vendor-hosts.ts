import { hosts } from '@understudy/openapi/hosts';

/** Where Userlist listens; what is to be answered in its place is told from the rest by these. */
export const VENDOR_HOSTS: readonly string[] = Object.values(hosts);
