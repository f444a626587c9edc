import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS } from '../../backend/access/caller.js';
import type { TestServer } from './server.js';

export interface Route {
  /** `get /api/notes/{contactId}`, as in the API document. */
  name: string;
  method: string;
  path: string;
  /** The roles it is for, or 'anyone'. */
  access: readonly string[];
}

/** Every route the server has, with whom it is for: found in the server itself, so a new one is there at once. */
export function routesOf(server: TestServer): Route[] {
  const modules = [...server.app.get(ModulesContainer).values()];
  const controllers = new Set(
    modules.flatMap((module) => [...module.controllers.values()].map((each) => each.metatype)),
  );
  return [...controllers].flatMap((controller) => {
    const type = controller as unknown as { prototype: Record<string, object> };
    return Object.getOwnPropertyNames(type.prototype)
      .map((name) => type.prototype[name]!)
      .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map((handler) => {
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!.toLowerCase();
        const parts = [type, handler].map((each) => String(Reflect.getMetadata(PATH_METADATA, each) ?? ''));
        const path = `/${parts.join('/').split('/').filter(Boolean).join('/')}`.replace(/:(\w+)/g, '{$1}');
        const access: unknown = Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, type);
        return { name: `${method} ${path}`, method, path, access: [access].flat() as string[] };
      });
  });
}

export const isForParticipants = ({ access }: Route): boolean =>
  access.includes('participant') || access.includes('anyone');
