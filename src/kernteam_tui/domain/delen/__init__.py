"""Consent and sharing: who must agree, what stands, and what may go to whom (domain 3.1 to 3.4).

`beslissers` says who gives consent, `toestemmingen` which consent stands, `deelpoort` what may go out, and
`doorlaat` is the paper without which no writer makes a file. The law behind each rule stands in
`assets/delen`, written by hand; the tests hold the code against it.
"""
