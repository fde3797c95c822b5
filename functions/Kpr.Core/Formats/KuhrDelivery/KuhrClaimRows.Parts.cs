using System.Text;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <content>Rows of person, diagnose and takst.</content>
internal sealed partial class KuhrClaimRows
{
    private const int LongestIdentity = 20;
    private const int LongestCode = 20;
    private const int LongestTariff = 7;

    private void AddPerson(KuhrRow row)
    {
        if (++_persons > 1)
        {
            return;
        }

        Claim.HasPatient = true;
        Claim.PasientId = row[1].IsEmpty ? null : Encoding.UTF8.GetString(row[1]);
        Claim.PasientIdType = Text(row[2]);
        Claim.Trygdenasjon = Optional(row, 3, 2, "person.trygdenasjon");
        if (row[1].Length > LongestIdentity)
        {
            Claim.PasientId = null;
            Reject("fid", $"høyst {LongestIdentity} tegn", row.Line);
        }
    }

    private void AddDiagnosis(KuhrRow row)
    {
        if (!KuhrRow.TryNumber(row[1], out var number) || number is < 1 or > int.MaxValue)
        {
            number = 0;
        }

        var system = Text(row[2]);
        var code = Optional(row, 3, LongestCode, "diagnose.kode", row.Line);
        Claim.Diagnoser.Add(new ClaimCode(system is null ? null : DiagnosisSystems.OidOf(system) ?? system, code, row.Line));
        _delivered.DiagnosisNumbers.Add((int)number);
    }

    private void AddTariff(KuhrRow row)
    {
        if (!KuhrRow.TryNumber(row[1], out var place) || place < 1)
        {
            Drop("takst.linjeNr", "et tall fra 1", row.Line);
        }

        var code = row[2].IsEmpty || row[2].Length > LongestTariff ? null : Text(row[2]);
        if (code is null)
        {
            Reject("takst.takstkode", $"en kode på høyst {LongestTariff} tegn", row.Line);
        }

        int? count = KuhrRow.TryNumber(row[3], out var stated) && stated is > int.MinValue and < int.MaxValue ? (int)stated : null;
        if (count is null && !row[3].IsEmpty)
        {
            Reject("takst.antall", "et antall", row.Line);
        }

        Claim.Takster.Add(new ClaimItem(null, code, Amount(row, 4, required: false), count is null ? 1 : count >= 1 ? count : null, count, row.Line));
        _delivered.TariffShares.Add(Amount(row, 5, required: false, of: KuhrFileKind.Tariff));
    }
}
