// What OmegaT itself reads, told by its own readers: a line for each entry, with its texts between tabs.
//
//   java -cp /usr/share/omegat/OmegaT.jar groovy.ui.GroovyMain scripts/omegat.groovy FILE...
//
// A memory's line has the language and the text of each variant, a glossary's (.txt and .tbx) the Italian and
// the English term. "refused" is the line of a file that OmegaT does not read to its end.
import org.omegat.core.Core
import org.omegat.core.data.IProject
import org.omegat.core.data.ProjectProperties
import org.omegat.gui.glossary.GlossaryReaderTBX
import org.omegat.gui.glossary.GlossaryReaderTSV
import org.omegat.util.Language
import org.omegat.util.TMXReader2

static String line(Object... fields) {
  fields.collect {
    (it ?: '').replace('\\', '\\\\').replace('\n', '\\n').replace('\r', '\\r').replace('\t', '\\t')
  }.join('\t')
}

def out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, 'UTF-8')
def italian = new Language('it')
def english = new Language('en')
// Readers of TBX ask the open project for its languages.
def properties = new ProjectProperties(File.createTempDir())
properties.sourceLanguage = italian
properties.targetLanguage = english
Core.setProject([getProjectProperties: { properties }] as IProject)

def readMemory = { File file ->
  // All variants are told, whatever languages are asked for.
  def tell = { unit, source, target, isParagraph ->
    out.println(line('unit', *unit.tuvs.collect { [it.lang, it.text] }.flatten()))
    true
  } as TMXReader2.LoadCallback
  new TMXReader2().readTMX(file, italian, english, false, false, false, true, tell)
}
def readGlossary = { reader, File file ->
  reader.read(file, false).each { out.println(line('entry', it.srcText, it.locText)) }
}

for (path in args) {
  def file = new File(path)
  out.println(line('file', path))
  try {
    switch (path) {
      case ~/.*\.txt/: readGlossary(GlossaryReaderTSV, file); break
      case ~/.*\.tbx/: readGlossary(GlossaryReaderTBX, file); break
      default: readMemory(file)
    }
  } catch (Exception reason) {
    out.println(line('refused', reason.toString()))
  }
}
