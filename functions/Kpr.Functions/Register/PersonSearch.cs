using Kpr.Core.Formats.Sources;
using Kpr.Core.Persons;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Register;

/// <summary>Looks through files as they came, packed or not, for persons of whom nothing may be kept. Tells whether, never whom.</summary>
/// <param name="keys">The register's keys.</param>
/// <param name="limits">No file is unpacked further than the intake would.</param>
public sealed class PersonSearch(IKeyRingSource keys, IOptions<SourceLimits> limits)
{
    /// <summary>Whether a file names anybody in question.</summary>
    /// <param name="stored">The file as it came.</param>
    /// <param name="index">The decisions.</param>
    /// <param name="services">The services whose health items the file may hold.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> FindsAsync(Stream stored, PersonIndex index, ReservedServices services, CancellationToken cancellationToken)
    {
        using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
        return await FindsAsync(
            stored, word => word.Length <= PersonMarks.LongestNumber && marks.AllOf(word).Any(mark => index.Concerns(mark, services)), cancellationToken);
    }

    /// <summary>Whether a file holds any word that is looked for.</summary>
    /// <param name="stored">The file as it came.</param>
    /// <param name="concerns">Whether a word is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> FindsAsync(Stream stored, Func<string, bool> concerns, CancellationToken cancellationToken)
    {
        await using var trace = new TracingStream(concerns);
        try
        {
            using var source = SourceContent.Open(stored, limits.Value);
            await source.Content.CopyToAsync(trace, cancellationToken);
        }
        catch (SourceFaultException)
        {
            // It cannot be read on from here, and is refused for that; what could be read was looked at.
        }

        await trace.FlushAsync(cancellationToken);
        return trace.Found;
    }
}
