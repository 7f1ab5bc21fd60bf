import { Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
} from '@tabler/icons-react';
import { PersonMark } from '../../ui/marks/record-marks.tsx';
import styles from './shell.module.css';

export type ShellMember = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
};

const schemes = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'Like the system', icon: IconDeviceDesktop },
] as const;

type MemberMenuProps = { readonly member: ShellMember; readonly onSignOut: () => void };

/** Who is signed in; theme and signing out. */
export function MemberMenu({ member, onSignOut }: MemberMenuProps) {
  // Switching transitions off for a moment would insert a <style> element, against the policy.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <button type="button" className={styles['member']}>
          <PersonMark person={member} size={24} />
          <IconSelector size={15} aria-hidden={true} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles['member-mail']}>{member.email}</div>
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme.value}
            leftSection={<scheme.icon size={15} />}
            rightSection={colorScheme === scheme.value ? <IconCheck size={14} /> : null}
            role="menuitemradio"
            aria-checked={colorScheme === scheme.value}
            onClick={() => setColorScheme(scheme.value)}
          >
            {scheme.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
