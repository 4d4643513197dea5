// What sign-in and public pages need: theme, menus, dialogs and busy forms.
import { wakeDialogs } from "./dialogs.js";
import { wakeForms } from "./forms.js";
import { wakeMenus } from "./menus.js";
import { wakeTheme } from "./theme.js";
import { wakeZones } from "./zone.js";

wakeTheme();
wakeDialogs();
wakeMenus();
wakeForms();
wakeZones();
