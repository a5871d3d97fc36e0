"""The netwerkkaart on paper."""
