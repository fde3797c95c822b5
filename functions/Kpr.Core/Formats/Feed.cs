using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Claims;
using Kpr.Core.Rules.Files;
using Kpr.Core.Rules.Persons;

namespace Kpr.Core.Formats;

/// <summary>
/// What the register takes in under one name: its formats, its rules and how its records are stored. Adding a
/// feed is adding a folder with one of these.
/// </summary>
public abstract class Feed
{
    /// <summary>Name in addresses, for example "care-events".</summary>
    public abstract string Name { get; }

    /// <summary>What a record is called in Norwegian, for texts to people, for example "hendelser".</summary>
    public abstract string RecordsInNorwegian { get; }

    /// <summary>Whether senders are municipalities (municipality number) rather than organisations (organisation number).</summary>
    public abstract bool IsMunicipal { get; }

    /// <summary>Whether files of a format are answered by an application receipt (AppRec) too.</summary>
    /// <param name="format">Name of the format; null when it could not be told.</param>
    public virtual bool HasApplicationReceipt(string? format) => IsMunicipal;

    /// <summary>How accepted records are stored.</summary>
    public abstract RegisterLayout Layout { get; }

    /// <summary>
    /// Name of the file that stands for a delivery of several files, in a folder of its own; null where each file stands
    /// for itself.
    /// </summary>
    public virtual string? ManifestName => null;

    /// <summary>The files that a manifest names, as far as it can be read; they lie beside it.</summary>
    /// <param name="manifest">The manifest as it lies in storage.</param>
    /// <returns>Names without path; none when it is no manifest.</returns>
    public virtual IReadOnlyList<string> PartsNamedIn(ReadOnlyMemory<byte> manifest) => [];

    /// <summary>The rules across records, in order of judging.</summary>
    public abstract IReadOnlyList<GroupRule> GroupRules(FileContext file);

    /// <summary>The rules of the feed that a file's reference data do not suffice for, in order of the published catalogue.</summary>
    public IEnumerable<Rule> NotJudged(FileContext file) =>
        RuleCatalogue.All.Where(rule => (rule.Needs & file.Reference.Missing) != 0 && rule.AppliesOn(file.ReceivedOn) && Applies(rule));

    /// <summary>Whether the feed takes files that begin like this one; used where the feed is not told.</summary>
    public abstract bool Recognises(SourceContent source);

    /// <summary>Opens a file of the feed.</summary>
    /// <exception cref="SourceFaultException">The content is none of the feed's formats; the fault says why.</exception>
    public abstract RecordReader Open(SourceContent source, SourceLimits limits);

    /// <summary>Opens a chunk that was cut from a file of the feed: mostly a document of the format.</summary>
    public virtual RecordReader OpenChunk(SourceContent source, SourceLimits limits) => Open(source, limits);

    /// <summary>Opens a file of the feed, if it can be read at all.</summary>
    /// <param name="source">The file.</param>
    /// <param name="limits">How much the file may hold.</param>
    /// <param name="unreadable">Why it cannot be read; null when it can.</param>
    public RecordReader? TryOpen(SourceContent source, SourceLimits limits, out Fault? unreadable)
    {
        unreadable = source.Fault ?? (source.Kind == SourceKind.Empty ? The<F01Readable>.Rule.Empty() : null);
        if (unreadable is not null)
        {
            return null;
        }

        try
        {
            return Open(source, limits);
        }
        catch (SourceFaultException fault)
        {
            unreadable = fault.Fault;
            return null;
        }
    }

    /// <summary>Begins to look at files that are given together; null when the feed has no rules across files.</summary>
    public virtual FileSet? BeginSet() => null;

    /// <summary>
    /// The part of the register's memory that a sender's files are judged against and leave their facts in; null when the
    /// feed has none. Parts share nothing: files of different scopes never see each other.
    /// </summary>
    public virtual string? MemoryScope(string sender) => null;

    /// <summary>Whether a fact of a stored record is remembered; asked for all kinds but <see cref="FactKind.Sequence"/>.</summary>
    public virtual bool Remembers(in Fact fact) => true;

    /// <summary>Whether what is remembered of a record is found by the record's own id; else all that is remembered is looked through.</summary>
    public virtual bool RemembersRecordIds => true;

    /// <summary>Whether who a person is, and what is known of the person, stand in different files: the second names no number.</summary>
    public virtual bool TellsPersonsApart => false;

    /// <summary>
    /// Whether a rule is judged of one record, or of a message by itself: judged again, it says the same whatever else has come. False for
    /// rules across records and files, and for what the register or the population register tells.
    /// </summary>
    public virtual bool IsOfOneRecord(string rule) =>
        RuleCatalogue.Find(rule) is { } known and not (GroupRule or I16InPopulation or I17NumberInUse or K31PatientAlive) && known.GetType().BaseType != typeof(Rule);

    /// <summary>Judges records one by one.</summary>
    public abstract IRecordJudge JudgeRecords(FileContext file, IFactSink facts);

    /// <summary>Judges a message as a whole.</summary>
    public abstract IReadOnlyList<Finding> JudgeEnvelope(MessageEnvelope envelope, FileContext file);

    /// <summary>Whether a rule is one about the feed's records or messages.</summary>
    protected abstract bool Applies(Rule rule);
}
