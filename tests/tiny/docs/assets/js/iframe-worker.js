/* Stands where the shim of the real site stands; its name keeps the offline plugin from naming a CDN. */
