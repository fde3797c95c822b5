using Kpr.Core.Rules;

namespace Kpr.Core.Formats;

/// <summary>
/// One record of a feed (a Notifikasjon, an Enkeltregning, a regning). A reader fills one instance again and
/// again: whoever keeps anything of it takes the strings, not the record.
/// </summary>
public abstract class FeedRecord
{
    private readonly List<Fault> _faults = [];

    /// <summary>1-based position in the file, over all its messages.</summary>
    public long Ordinal { get; private set; }

    /// <summary>1-based line of the record's start tag or opening brace.</summary>
    public long Line { get; private set; }

    /// <summary>0-based position of its message in the file.</summary>
    public int Message { get; private set; }

    /// <summary>The record's own GUID, lower case without braces; null when missing, empty or malformed.</summary>
    public abstract string? RecordId { get; }

    /// <summary>The faults of form that the reader met in the record.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>
    /// Hash of the record's values as the format means them, so that two records with one id can be compared.
    /// White space, attribute order and encoding do not count; that the form has faults does.
    /// </summary>
    public abstract UInt128 ContentHash();

    /// <summary>Whether a fault of content that would reject the record only warns: it is about a year that was migrated.</summary>
    public virtual bool LowersErrors(FileContext file) => false;

    /// <summary>Notes a fault of form.</summary>
    public void AddFault(Rule rule, string? field, string message, Severity? severity = null, long? line = null) =>
        _faults.Add(new Fault(rule, severity ?? rule.Severity, field, line ?? Line, message));

    /// <summary>Empties the record for the next one.</summary>
    public void Begin(long ordinal, long line, int message)
    {
        Ordinal = ordinal;
        Line = line;
        Message = message;
        if (_faults.Count > 0)
        {
            _faults.Clear();
        }

        Clear();
    }

    /// <summary>Empties the fields.</summary>
    protected abstract void Clear();
}
