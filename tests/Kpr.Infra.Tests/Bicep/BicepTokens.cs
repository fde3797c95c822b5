namespace Kpr.Infra.Tests.Bicep;

/// <summary>Where a parser is in the tokens.</summary>
internal sealed class BicepTokens(IReadOnlyList<BicepToken> tokens, string file)
{
    private int _at;

    public string File => file;

    public BicepToken Current => tokens[_at];

    public BicepToken Take() => tokens[_at++];

    public void SkipLines()
    {
        while (Current.Kind == TokenKind.Line)
        {
            _at++;
        }
    }

    public bool TryTake(string symbol)
    {
        if (!Current.Is(symbol))
        {
            return false;
        }

        _at++;
        return true;
    }

    public void Take(string symbol)
    {
        if (!TryTake(symbol))
        {
            throw Fault($"'{symbol}' is missing before '{Current.Value}'");
        }
    }

    public string TakeName() => Current.Kind == TokenKind.Name ? Take().Value : throw Fault($"a name is missing before '{Current.Value}'");

    public string TakeText() => Current is { Kind: TokenKind.Text, Parts.Count: 1 } ? Take().Value : throw Fault("a plain string is missing");

    public BicepSyntaxException Fault(string what) => new($"{file}({Current.Line}): {what}.");
}
