using Kpr.Core.Rules;

namespace Kpr.Core.Formats;

/// <summary>Applies the rules of a feed to its records, one by one.</summary>
public interface IRecordJudge
{
    /// <summary>Judges a record and notes its facts.</summary>
    /// <returns>The verdict; the same instance for every record.</returns>
    RecordVerdict Judge(FeedRecord record);
}
