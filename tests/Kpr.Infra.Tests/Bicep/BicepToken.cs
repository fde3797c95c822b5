namespace Kpr.Infra.Tests.Bicep;

internal enum TokenKind
{
    Name,
    Number,
    Text,
    Symbol,
    Line,
    End,
}

/// <summary>A token: for a text, its parts, of which every second is the source of an expression.</summary>
internal sealed record BicepToken(TokenKind Kind, string Value, int Line, IReadOnlyList<string>? Parts = null)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Value == symbol;

    public bool IsName(string name) => Kind == TokenKind.Name && Value == name;
}
