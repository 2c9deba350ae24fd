"""The core structures of the formats as DTDs, as far as they are written here, and holding a document against one."""

from __future__ import annotations

import io

from lxml import etree

TBX = """
<!ENTITY % aux "(descrip | descripGrp | admin | ref | xref | note)*">
<!ELEMENT martif (martifHeader, text)>
<!ATTLIST martif type CDATA #REQUIRED xml:lang CDATA #REQUIRED>
<!ELEMENT martifHeader (fileDesc, encodingDesc?)>
<!ELEMENT fileDesc (titleStmt?, sourceDesc+)>
<!ELEMENT titleStmt (title, note*)>
<!ELEMENT title (#PCDATA)>
<!ELEMENT sourceDesc (p+)>
<!ELEMENT encodingDesc (p+)>
<!ELEMENT p (#PCDATA)>
<!ATTLIST p type (XCSURI | XCSContent | DCSName) #IMPLIED>
<!ELEMENT text (body)>
<!ELEMENT body (termEntry+)>
<!ELEMENT termEntry (%aux;, langSet+)>
<!ATTLIST termEntry id ID #REQUIRED>
<!ELEMENT langSet (%aux;, tig+)>
<!ATTLIST langSet xml:lang CDATA #REQUIRED>
<!ELEMENT tig (term, termNote*, %aux;)>
<!ELEMENT term (#PCDATA)>
<!ELEMENT termNote (#PCDATA)>
<!ATTLIST termNote type (administrativeStatus) #REQUIRED>
<!ELEMENT descripGrp (descrip, (admin | note | ref | xref)*)>
<!ELEMENT descrip (#PCDATA)>
<!ATTLIST descrip type (subjectField | definition | context) #REQUIRED>
<!ELEMENT admin (#PCDATA)>
<!ATTLIST admin type (source) #REQUIRED>
<!ELEMENT ref (#PCDATA)>
<!ATTLIST ref type (crossReference) #REQUIRED target IDREF #REQUIRED>
<!ELEMENT xref (#PCDATA)>
<!ATTLIST xref type (externalCrossReference) #REQUIRED target CDATA #REQUIRED>
<!ELEMENT note (#PCDATA)>
"""
"""TBX-Basic (ISO 30042:2008, annex A, and the TBX-Basic constraints): the elements and categories that are used."""

TMX = """
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED
  adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT note (#PCDATA)>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED>
"""
"""TMX 1.4b, section “TMX DTD”, without inline elements and without what is not used."""

XLIFF = """
<!ELEMENT xliff (file+)>
<!ATTLIST xliff version CDATA #FIXED "1.2" xmlns CDATA #FIXED "urn:oasis:names:tc:xliff:document:1.2">
<!ELEMENT file (body)>
<!ATTLIST file original CDATA #REQUIRED source-language NMTOKEN #REQUIRED target-language NMTOKEN #IMPLIED
  datatype CDATA #REQUIRED>
<!ELEMENT body (group | trans-unit)*>
<!ELEMENT group (group | trans-unit)*>
<!ATTLIST group id ID #IMPLIED restype CDATA #IMPLIED>
<!ELEMENT trans-unit (source, target?, note*)>
<!ATTLIST trans-unit id ID #REQUIRED approved (yes | no) #IMPLIED>
<!ELEMENT source (#PCDATA)>
<!ELEMENT target (#PCDATA)>
<!ATTLIST target state (signed-off | needs-review-translation) #IMPLIED>
<!ELEMENT note (#PCDATA)>
<!ATTLIST note from CDATA #IMPLIED>
"""
"""XLIFF 1.2, section 2, without what is not used; ids are unique in the whole file, which is more than 1.2 asks."""


def assert_valid(data: bytes, structure: str) -> None:
    dtd = etree.DTD(io.StringIO(structure))
    assert dtd.validate(etree.fromstring(data)), dtd.error_log
