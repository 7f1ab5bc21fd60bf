/** The order matters: the library in its layer first, then tokens, then what we say over it. */
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './tokens.css';
import './mantine-variables.css';
import './base.css';
import './mantine-overrides.css';
