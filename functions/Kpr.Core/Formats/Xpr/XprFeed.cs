using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Xpr;

/// <summary>A feed whose files are XPR 56.0.0; the namespace of the root names the module.</summary>
/// <typeparam name="TRecord">The notification.</typeparam>
/// <typeparam name="TEnvelope">The message.</typeparam>
public abstract class XprFeed<TRecord, TEnvelope> : Feed<TRecord, TEnvelope>
    where TRecord : XprRecord
    where TEnvelope : XprEnvelope
{
    /// <inheritdoc/>
    public override bool IsMunicipal => true;

    /// <summary>The module's namespace, without the scheme, as it stands at the head of a file (UTF-8).</summary>
    protected abstract ReadOnlySpan<byte> NamespaceMark { get; }

    /// <inheritdoc/>
    public override bool Recognises(SourceContent source) =>
        source.Kind == SourceKind.Xml && source.Head.Span.IndexOf(NamespaceMark) >= 0;

    /// <inheritdoc/>
    public override RecordReader Open(SourceContent source, SourceLimits limits) => source.Kind == SourceKind.Xml
        ? CreateReader(source, limits)
        : throw new SourceFaultException(The<F01Readable>.Rule.Unreadable());

    /// <inheritdoc/>
    public override string MemoryScope(string sender) => $"{Name}/{sender}";

    /// <summary>Notifications and the history of services; who refers to whom is asked of the file alone, and persons are not compared across files.</summary>
    public override bool Remembers(in Fact fact) =>
        fact.Kind == FactKind.RecordId ? fact.Role == XprFacts.Definition : fact.Kind == FactKind.Service;

    /// <summary>Makes the module's reader.</summary>
    protected abstract XprReader CreateReader(SourceContent source, SourceLimits limits);

    /// <inheritdoc/>
    protected override bool Uses(GroupRule rule) => rule.Id[0] == 'E';
}
