import BitestoCommandLayer
import Foundation

exit(await CommandLineTool.bitesto.main())
