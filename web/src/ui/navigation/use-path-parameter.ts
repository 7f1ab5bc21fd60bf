import { useParams } from '@tanstack/react-router';

/** A part of the path that the route table names (`/deals/$dealId`). */
export function usePathParameter(name: string): string {
  // Without a route the router types the parameters as a union of all; read as the plain record it is.
  const parameters = useParams({ strict: false }) as Record<string, string | undefined>;
  const value = parameters[name];
  if (value === undefined) throw new Error(`the route has no parameter ${name}`);
  return value;
}
