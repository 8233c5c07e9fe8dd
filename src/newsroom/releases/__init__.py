"""The releases of a site: what each holds, how it is switched to, and the signed manifest that it is known by."""
