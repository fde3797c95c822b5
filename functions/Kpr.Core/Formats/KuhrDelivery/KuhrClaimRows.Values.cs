using System.Text;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Core.Rules.KuhrDelivery;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <content>Values of fields, their types and lengths.</content>
internal sealed partial class KuhrClaimRows
{
    private string? Text(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? null : _codes.Get(utf8);

    private string? Required(KuhrRow row, int column, int longest, bool digits = false, bool common = true)
    {
        var value = row[column];
        if (value.IsEmpty)
        {
            Claim.AddFault(The<K34Columns>.Rule, Name(column), F02Structure.Missing(Name(column)), Severity.RejectRecord);
            return null;
        }

        if (value.Length > longest || (digits && value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0))
        {
            Reject(Name(column), digits ? $"høyst {longest} siffer" : $"høyst {longest} tegn");
            return null;
        }

        return common ? _codes.Get(value) : Encoding.UTF8.GetString(value);
    }

    private string? Optional(KuhrRow row, int column, int longest, string? field = null, long? line = null)
    {
        var value = row[column];
        if (value.Length <= longest)
        {
            return Text(value);
        }

        Drop(field ?? Name(column), $"høyst {longest} tegn", line ?? row.Line);
        return null;
    }

    private long? Amount(KuhrRow row, int column, bool required, KuhrFileKind of = KuhrFileKind.Claim)
    {
        var value = row[column];
        if (KuhrRow.TryNumber(value, out var ore) && Math.Abs(ore) <= Ore.Max)
        {
            return ore;
        }

        if (required)
        {
            Reject(Name(column), "et beløp i hele øre");
        }
        else if (!value.IsEmpty)
        {
            Drop(of == KuhrFileKind.Tariff ? "takst.egenandelOre" : "takst.refusjonOre", "et beløp i hele øre", row.Line);
        }

        return null;
    }

    private static string Name(int column) => KuhrColumns.Of(KuhrFileKind.Claim)[column];

    private void Reject(string field, string type, long? line = null) =>
        Claim.AddFault(The<K34Columns>.Rule, field, F02Structure.WrongType(field, type), Severity.RejectRecord, line);

    private void Drop(string field, string type, long? line = null) =>
        Claim.AddFault(The<K34Columns>.Rule, field, $"{F02Structure.WrongType(field, type)} Verdien er ikke tatt med.", Severity.Warning, line);
}
