import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints a line for each file, and what is wrong with it: Validate LEVEL FILE [LEVEL FILE]... */
public class Validate {
    private static final int SHOWN = 20;

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = true;
        for (int i = 0; i + 1 < arguments.length; i += 2) good &= isCompliant(arguments[i], arguments[i + 1]);
        System.exit(good ? 0 : 1);
    }

    private static boolean isCompliant(String level, String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(level);
        try (FileInputStream input = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(input, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println(level + " " + file + ": "
                    + (result.isCompliant() ? "compliant, " + result.getTotalAssertions() + " checks" : "NOT COMPLIANT"));
            result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .limit(SHOWN)
                    .forEach(Validate::print);
            return result.isCompliant();
        }
    }

    private static void print(TestAssertion assertion) {
        System.out.println("  " + assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " "
                + assertion.getMessage() + " at " + assertion.getLocation().getContext());
    }
}
