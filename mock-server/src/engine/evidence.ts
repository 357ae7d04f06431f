/** How a behaviour is known: printed by the vendor, relied on by its clients, seen in the wild, or decided by us. */
export type Evidence = 'documented' | 'client' | 'observed' | 'assumed';
