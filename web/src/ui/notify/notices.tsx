import { Notifications } from '@mantine/notifications';

/** Where notices appear. Put it once into the shell. */
export function Notices() {
  return (
    <Notifications
      position="bottom-right"
      limit={4}
      containerWidth={380}
      transitionDuration={140}
      aria-label="Notices"
      role="region"
    />
  );
}
