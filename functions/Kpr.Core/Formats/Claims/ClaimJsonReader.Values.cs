using System.Text.Json;
using Kpr.Core.Formats.Json;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>Objects, lists and values inside claims.</summary>
public sealed partial class ClaimJsonReader
{
    private ClaimParty ReadParty(ref Utf8JsonReader json, string field)
    {
        string? id = null;
        string? type = null;
        var seen = 0u;
        var last = -1;
        for (var line = Begin(ref json, field); line > 0 && NextMember(ref json, ClaimJsonNames.Party, ref last, ref seen, out var member, line);)
        {
            if (member == 0)
            {
                id = OfClaim(ref json, field);
            }
            else
            {
                type = OfClaim(ref json, field, common: true);
            }
        }

        return new ClaimParty(id, type);
    }

    private void ReadDiagnoses(ref Utf8JsonReader json, string field, List<ClaimCode> diagnoses)
    {
        for (var more = BeginList(ref json, field); more && NextObject(ref json, field, out var line);)
        {
            string? system = null;
            string? code = null;
            var seen = 0u;
            var last = -1;
            while (NextMember(ref json, ClaimJsonNames.Diagnosis, ref last, ref seen, out var member, line))
            {
                if (member == 0)
                {
                    system = OfClaim(ref json, field, common: true);
                }
                else
                {
                    code = OfClaim(ref json, field, common: true);
                }
            }

            ClaimForm.Add(diagnoses, system, code, line);
        }
    }

    private void ReadItems(ref Utf8JsonReader json, string field, JsonNames names, List<ClaimItem> items)
    {
        for (var more = BeginList(ref json, field); more && NextObject(ref json, field, out var line);)
        {
            string? system = null;
            string? code = null;
            long? amount = null;
            int? count = null;
            var seen = 0u;
            var last = -1;
            while (NextMember(ref json, names, ref last, ref seen, out var member, line))
            {
                switch (member)
                {
                    case 0:
                        code = OfClaim(ref json, field, common: true);
                        break;
                    case 1:
                        amount = Amount(ref json, field, out _);
                        break;
                    case 2:
                        count = Count(ref json);
                        break;
                    case 3 when ReferenceEquals(names, ClaimJsonNames.Tariff):
                        ReadTeeth(ref json);
                        break;
                    default:
                        system = OfClaim(ref json, field, common: true);
                        break;
                }
            }

            ClaimForm.Add(items, system, code, amount, count, line);
        }
    }

    private void ReadTeeth(ref Utf8JsonReader json)
    {
        for (var more = BeginList(ref json, "tenner"); more && NextObject(ref json, "tenner", out var line);)
        {
            var seen = 0u;
            var last = -1;
            while (NextMember(ref json, ClaimJsonNames.Tooth, ref last, ref seen, out _, line))
            {
                if (OfClaim(ref json, "tannkode", common: true) is { } tooth)
                {
                    _claim.Tenner.Add(tooth);
                }
            }
        }
    }

    // Line of the present object's brace; zero when there is no object to read.
    private long Begin(ref Utf8JsonReader json, string field)
    {
        if (json.TokenType == JsonTokenType.StartObject)
        {
            return Line(ref json);
        }

        if (json.TokenType != JsonTokenType.Null)
        {
            Reject(field, "et objekt");
            Skip(ref json);
        }

        return 0;
    }

    private bool BeginList(ref Utf8JsonReader json, string field)
    {
        if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.Null)
        {
            return json.TokenType == JsonTokenType.StartArray;
        }

        Reject(field, "en liste");
        Skip(ref json);
        return false;
    }

    private bool NextObject(ref Utf8JsonReader json, string field, out long line)
    {
        line = 0;
        while (Next(ref json) && json.TokenType != JsonTokenType.EndArray)
        {
            line = Begin(ref json, field);
            if (line > 0)
            {
                return true;
            }
        }

        return false;
    }

    private string? OfClaim(ref Utf8JsonReader json, string field, bool common = false)
    {
        if (!TryText(ref json, out var text, common))
        {
            Reject(field, "en tekst");
        }

        return text;
    }

    private bool? Flag(ref Utf8JsonReader json, string field)
    {
        if (!TryFlag(ref json, out var flag))
        {
            Reject(field, "true eller false");
        }

        return flag;
    }

    private long? Amount(ref Utf8JsonReader json, string field, out bool unreadable)
    {
        unreadable = !TryAmount(ref json, out var ore) || ore is > Ore.Max or < -Ore.Max;
        if (unreadable)
        {
            Reject(field, AmountType);
        }

        return unreadable ? null : ore;
    }

    private int? Count(ref Utf8JsonReader json)
    {
        if (TryWhole(ref json, out var count) && count is null or (>= int.MinValue and <= int.MaxValue))
        {
            return (int?)count;
        }

        Reject("antall", "et heltall");
        return null;
    }

    // Told on the claim's own line.
    private void Reject(string field, string type)
    {
        CountFault(_claim.Line);
        ClaimForm.Reject(_claim, field, F02Structure.WrongType(field, type));
    }
}
