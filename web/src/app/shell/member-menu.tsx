import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSelector,
  IconShieldLock,
  IconSun,
} from '@tabler/icons-react';
import { PersonMark } from '../../ui/marks/record-marks.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
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

/** A workspace to go to. */
export type ShellWorkspace = {
  readonly id: string;
  readonly name: string;
  readonly isOpen: boolean;
};

type MemberMenuProps = {
  readonly member: ShellMember;
  /** Named in the menu when there is more than one. */
  readonly workspaces: readonly ShellWorkspace[];
  readonly onOpenWorkspace: (id: string) => void;
  readonly onSignOut: () => void;
};

/** Who is signed in; other workspaces, theme, one's own settings, signing out. */
export function MemberMenu(props: MemberMenuProps) {
  const { member, workspaces, onOpenWorkspace, onSignOut } = props;
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
        <Menu.Label>{member.email}</Menu.Label>
        {workspaces.length > 1 ? (
          <Workspaces workspaces={workspaces} onOpen={onOpenWorkspace} />
        ) : null}
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(next) => setColorScheme(schemeOf(next))}>
          {schemes.map((scheme) => (
            <Menu.RadioItem
              key={scheme.value}
              value={scheme.value}
              checkIcon={<IconCheck size={14} />}
              rightSection={<scheme.icon size={15} />}
            >
              {scheme.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          component={AppLink}
          href="/settings/profile"
          leftSection={<IconShieldLock size={15} />}
        >
          Profile and security
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Workspaces(props: {
  readonly workspaces: readonly ShellWorkspace[];
  readonly onOpen: (id: string) => void;
}) {
  return (
    <>
      <Menu.Divider />
      <Menu.Label>Workspaces</Menu.Label>
      <Menu.RadioGroup
        value={props.workspaces.find((workspace) => workspace.isOpen)?.id ?? null}
        onChange={props.onOpen}
      >
        {props.workspaces.map(({ id, name }) => (
          <Menu.RadioItem
            key={id}
            value={id}
            closeMenuOnClick={true}
            checkIcon={<IconCheck size={14} />}
          >
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

function schemeOf(value: string): MantineColorScheme {
  return schemes.find((scheme) => scheme.value === value)?.value ?? 'auto';
}
