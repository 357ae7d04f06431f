import { setupServer } from 'msw/node';
import { describeMsw } from './msw-behaviour.ts';

describeMsw('msw 3', setupServer());
