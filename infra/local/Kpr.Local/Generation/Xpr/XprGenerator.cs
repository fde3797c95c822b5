using System.Globalization;
using Kpr.Local.Generation.Expected;
using Kpr.Local.Generation.Faults;
using Kpr.Local.Generation.Faults.Files;

namespace Kpr.Local.Generation.Xpr;

/// <summary>Writes the XPR files of one municipality in one feed.</summary>
/// <typeparam name="TDraft">The notifications.</typeparam>
internal abstract partial class XprGenerator<TDraft>
    where TDraft : XprDraft
{
    /// <summary>Prepares a municipality.</summary>
    /// <param name="options">What the user asked.</param>
    /// <param name="municipality">Municipality number.</param>
    /// <param name="purpose">Tells the feed's random numbers from those of other feeds.</param>
    protected XprGenerator(GenerateOptions options, string municipality, ulong purpose)
    {
        Options = options;
        Municipality = municipality;
        Random = SplitMix.For(options.Seed, ulong.Parse(municipality, CultureInfo.InvariantCulture), purpose);
    }

    /// <summary>What the user asked.</summary>
    protected GenerateOptions Options { get; }

    /// <summary>Municipality number.</summary>
    protected string Municipality { get; }

    /// <summary>The municipality's own random numbers.</summary>
    protected SplitMix Random { get; }

    /// <summary>Name of the feed.</summary>
    protected abstract string Feed { get; }

    /// <summary>Beginning of the files' names.</summary>
    protected abstract string FileName { get; }

    /// <summary>Kinds of fault that cost at most the record.</summary>
    protected abstract IReadOnlyList<IRecordFault<TDraft>> OfRecord { get; }

    /// <summary>Kinds of fault in a record that cost the whole message.</summary>
    protected abstract IReadOnlyList<IRecordFault<TDraft>> Rejecting { get; }

    /// <summary>Kinds of fault of a file.</summary>
    protected abstract IReadOnlyList<IXprFileFault> OfFile { get; }

    /// <summary>Writes the files of the period.</summary>
    /// <param name="faultRate">The rate of each file in turn, by its 0-based number.</param>
    public IEnumerable<ExpectedFile> Generate(Func<int, double> faultRate)
    {
        var events = Events();
        var (first, last) = Options.Period;
        var days = last.DayNumber - first.DayNumber + 1;
        var start = 0;
        var from = first;
        for (var file = 0; file < Options.Size.Periods; file++)
        {
            var until = first.AddDays(days * (file + 1) / Options.Size.Periods);
            var end = start;
            while (end < events.Count && DayOf(events[end]) < until)
            {
                end++;
            }

            if (end > start)
            {
                yield return Write(file, from, until, events[start..end], faultRate(file));
            }

            (start, from) = (end, until);
        }
    }

    /// <summary>All events of the period, packed, in order of day.</summary>
    protected abstract List<ulong> Events();

    /// <summary>The day of an event.</summary>
    protected abstract DateOnly DayOf(ulong packed);

    /// <summary>Begins a file.</summary>
    /// <param name="number">Number of the file, with its year.</param>
    /// <param name="from">First day of its period.</param>
    /// <param name="until">The day behind its last.</param>
    /// <returns>What stands around its notifications.</returns>
    protected abstract XprEnvelopeDraft BeginFile(string number, DateOnly from, DateOnly until);

    /// <summary>Begins to write a file.</summary>
    protected abstract XprXml<TDraft> Open(TextWriter target, FilePlan plan, XprEnvelopeDraft envelope);

    /// <summary>An event as a notification; number and place in the chain are set by others.</summary>
    protected abstract TDraft Draft(ulong packed, bool followsInFile);

    /// <summary>Notes that the register has taken a notification.</summary>
    protected abstract void Taken(TDraft draft, ulong packed);

    /// <summary>Notes that the register has taken a correction or annulment of it.</summary>
    protected abstract void Corrected(TDraft correction, ulong packed);

    /// <summary>Notes that a notification has been written.</summary>
    protected virtual void Written(TDraft draft)
    {
    }

    /// <summary>Expects what follows from all records of a file together.</summary>
    protected virtual void ExpectOfWhole(XprEnvelopeDraft envelope)
    {
    }
}
