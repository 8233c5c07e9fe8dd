"""The newsroom's face: one template for each kind of page, and one stylesheet over Material's."""
