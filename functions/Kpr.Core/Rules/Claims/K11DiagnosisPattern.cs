using System.Buffers;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K11: the diagnosis code has the form of its system.</summary>
public sealed class K11DiagnosisPattern() : RecordRule<Claim>("K11", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Diagnosekoden skal ha kodeverkets form.";

    /// <inheritdoc/>
    public override string English => "ICPC-2: chapter letter or hyphen and two digits in the chapter's ranges; ICPC-2B: the same and a suffix of four characters; ICD-10: letter, two digits and up to three more.";

    /// <inheritdoc/>
    public override string Advice => "Sjekk at koden er skrevet riktig og står med riktig kodeverk.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller; kodeverkenes struktur";

    private const string Chapters = "ABDFHKLNPRSTUWXYZ";
    private const int SuffixLength = 4;

    private static readonly SearchValues<char> AlphaNumerics =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        Judge(record.Diagnoser, record.Fields.Diagnosis, verdict);
        Judge(record.HenvisningDiagnoser, record.Fields.ReferralDiagnosis, verdict);
    }

    private static bool Fits(DiagnosisSystem system, ReadOnlySpan<char> code) => system switch
    {
        DiagnosisSystem.Icpc2 => code.Length == 3 && IsIcpc(code),
        DiagnosisSystem.Icpc2B => code.Length >= 3 + SuffixLength && IsIcpc(code[..3]) && IsSuffix(code[3..]),
        DiagnosisSystem.Icd10 => IsIcd(code),
        _ => !code.IsEmpty,
    };

    // Process codes (30–69) are the same in all chapters, and stand without chapter too.
    private static bool IsIcpc(ReadOnlySpan<char> code)
    {
        if (!char.IsAsciiDigit(code[1]) || !char.IsAsciiDigit(code[2]))
        {
            return false;
        }

        var number = ((code[1] - '0') * 10) + code[2] - '0';
        return code[0] == '-' ? number is >= 30 and <= 69 : Chapters.Contains(code[0]) && number >= 1;
    }

    private static bool IsSuffix(ReadOnlySpan<char> suffix)
    {
        suffix = suffix[0] == '.' ? suffix[1..] : suffix;
        return suffix.Length == SuffixLength && !suffix.ContainsAnyExcept(AlphaNumerics);
    }

    private static bool IsIcd(ReadOnlySpan<char> code)
    {
        if (code.Length < 3 || !char.IsAsciiLetterUpper(code[0]) || !char.IsAsciiDigit(code[1]) || !char.IsAsciiDigit(code[2]))
        {
            return false;
        }

        var rest = code[3..];
        rest = rest.Length > 1 && rest[0] == '.' ? rest[1..] : rest;
        return rest.Length <= 3 && rest.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private void Judge(List<ClaimCode> diagnoses, string field, RecordVerdict verdict)
    {
        foreach (var diagnosis in diagnoses)
        {
            var system = DiagnosisSystems.Of(diagnosis.System);
            if (diagnosis.Code is null)
            {
                verdict.Report(this, field, "Diagnosen mangler kode.", line: diagnosis.Line);
            }
            else if (system != DiagnosisSystem.None && !Fits(system, diagnosis.Code))
            {
                verdict.Report(this, field, $"Diagnosekoden har ikke formen til {system.Name()}.", line: diagnosis.Line);
            }
        }
    }
}
